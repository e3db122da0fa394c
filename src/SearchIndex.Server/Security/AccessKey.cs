using System.Text.Json.Serialization;

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
    /// <summary>Gets the names of the archives that the key is for; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>
    /// Returns what the key may do in an archive, or null for nothing. With what is of the service as a whole, such as its list of archives, a key
    /// for some may do what one for searching may.
    /// </summary>
    /// <param name="collection">The name of the archive, empty for one without; null for the service as a whole.</param>
    public KeyScope? ScopeFor(string? collection)
    {
        if (Collections is null)
        {
            return Scope;
        }

        return collection is null ? KeyScope.Search : Collections.Contains(collection) ? Scope : null;
    }

    /// <summary>Tells whether the key opens anything at a moment.</summary>
    public bool IsValidAt(DateTimeOffset moment) => Revoked is null && (Expires is not { } end || moment < end);
}
