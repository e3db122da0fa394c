namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>What must hold of an answer.</summary>
/// <param name="Words">What holds, in the words of docs/security.md.</param>
/// <param name="Check">Fails when it does not.</param>
internal sealed record Defence(string Words, Action<AttackAnswer> Check);
