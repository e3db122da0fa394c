using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SearchIndex.Server.Security;

/// <summary>Keys as their owners have them: <c>six_</c>, the id, <c>_</c>, and 256 random bits.</summary>
public static class KeySecret
{
    private const string Prefix = "six_";
    private const int IdBytes = 4;
    private const int SecretBytes = 32;

    /// <summary>Makes a key; the text is shown once, the rest is kept.</summary>
    public static (string Text, AccessKey Key) Create(KeyScope scope, DateTimeOffset now, DateTimeOffset? expires, string? note)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        string text = $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (text, new AccessKey(id, scope, Convert.ToHexStringLower(Hash(text)), now, expires, note, Revoked: null));
    }

    /// <summary>Returns the key that a text is, or null. It takes as long for every text: each hash is compared, to its end.</summary>
    public static AccessKey? Find(string text, IEnumerable<AccessKey> keys)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(keys);
        byte[] hash = Hash(text);
        AccessKey? found = null;
        foreach (AccessKey key in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(key.Sha256)))
            {
                found = key;
            }
        }

        return found;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
