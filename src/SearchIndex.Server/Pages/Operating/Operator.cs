using SearchIndex.Server.Security;

namespace SearchIndex.Server.Pages.Operating;

/// <summary>Who runs the service, as far as a request shows it.</summary>
/// <param name="Scope">What the operator may do.</param>
/// <param name="FormToken">What forms are to carry; null where no key is needed, and so nobody signs in.</param>
internal sealed record Operator(KeyScope Scope, string? FormToken);
