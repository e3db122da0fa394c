using System.Security.Cryptography;
using SearchIndex.Engine.Store;

namespace SearchIndex.News.Verification;

/// <summary>
/// What an index consists of, file by file, so that another copy of it can be told from one that differs. As text it is what
/// <c>searchindex verify --write-manifest</c> writes; see <see cref="IndexManifestFormat"/>.
/// </summary>
/// <param name="Facts">What the commit says of itself: format, options, versions; in the order of the text.</param>
/// <param name="Files">The files in ordinal order of their names.</param>
public sealed record IndexManifest(IReadOnlyList<KeyValuePair<string, string>> Facts, IReadOnlyList<IndexFile> Files)
{
    private const int HashedAtOnceBytes = 1 << 20;

    /// <summary>Reads every file of an index, also of one that is damaged.</summary>
    /// <param name="indexFolder">The folder of the index.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="Engine.Index.IndexNotFoundException">There is no index.</exception>
    public static IndexManifest Of(string indexFolder, CancellationToken cancellation = default)
    {
        using FSDirectory directory = NewsIndexer.OpenExisting(indexFolder);
        IEnumerable<string> names = directory.ListAll().Where(NewsIndexer.IsOurs).Order(StringComparer.Ordinal);
        return new IndexManifest(IndexFacts.Of(directory), [.. names.Select(name => Describe(directory, name, cancellation))]);
    }

    /// <summary>Reads the text of a manifest.</summary>
    /// <exception cref="FormatException">It is not one, is incomplete, or of another version.</exception>
    public static IndexManifest Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IndexManifestFormat.Parse(text);
    }

    /// <summary>Returns the text: the same index gives the same text.</summary>
    public string ToText() => IndexManifestFormat.Write(this);

    private static IndexFile Describe(FSDirectory directory, string name, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = directory.FileLength(name);
        if (size > 0)
        {
            using IndexInput input = directory.OpenInput(name);
            for (long left = size; left > 0; left -= HashedAtOnceBytes)
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(input.ReadSpan((int)Math.Min(left, HashedAtOnceBytes)));
            }
        }

        return new IndexFile(name, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
