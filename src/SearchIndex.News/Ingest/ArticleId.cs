using System.Security.Cryptography;
using System.Text;

namespace SearchIndex.News.Ingest;

/// <summary>What tells articles apart.</summary>
internal static class ArticleId
{
    private const int IdBytes = 8;

    /// <summary>Returns the identity of a file: its canonical URL, else its path.</summary>
    internal static string IdentityOf(ArticleHead head, SourceFile file) => CanonicalUrl.Of(head.Url) ?? file.RelativePath;

    /// <summary>Returns the id: the first 16 hexadecimal digits of the SHA-256 of the identity in UTF-8.</summary>
    internal static string Of(string identity)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), hash);
        return Convert.ToHexStringLower(hash[..IdBytes]);
    }
}
