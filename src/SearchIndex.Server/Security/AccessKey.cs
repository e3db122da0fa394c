namespace SearchIndex.Server.Security;

/// <summary>What is kept of a key: everything but the key itself.</summary>
/// <param name="Id">What the key is called; it stands in the key too.</param>
/// <param name="Scope">What it is for.</param>
/// <param name="Sha256">The SHA-256 of the key, in hexadecimal digits. A key has 256 random bits: no dictionary leads back from its hash.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">When it ends, or null.</param>
/// <param name="Note">Whom it is for, or null.</param>
/// <param name="Revoked">When it was revoked, or null.</param>
public sealed record AccessKey(
    string Id, KeyScope Scope, string Sha256, DateTimeOffset Created, DateTimeOffset? Expires, string? Note, DateTimeOffset? Revoked)
{
    /// <summary>Tells whether the key opens anything at a moment.</summary>
    public bool IsValidAt(DateTimeOffset moment) => Revoked is null && (Expires is not { } end || moment < end);
}
