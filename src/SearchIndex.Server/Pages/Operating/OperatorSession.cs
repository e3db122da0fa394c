namespace SearchIndex.Server.Pages.Operating;

/// <summary>Somebody who signed in with a key.</summary>
/// <param name="KeyId">The id of the key; whether it is still valid is asked each time.</param>
/// <param name="FormToken">What forms of the page carry, so that no other site can send them.</param>
/// <param name="Ends">When the session ends at the latest.</param>
internal sealed record OperatorSession(string KeyId, string FormToken, DateTimeOffset Ends);
