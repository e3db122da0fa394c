using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Updates;

/// <summary>
/// Digests everything that decides the bytes of a reproducible index before it is written: the rules, the options, the commit that is added
/// to, and the bytes of the files. Times, folders and the number of threads are not among it.
/// </summary>
internal static class ArchiveDigest
{
    /// <summary>Returns the digest; reads every file that the plan will read.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="options">The options, as they are noted in the commit.</param>
    /// <param name="previousCommit">The id of the commit that is added to; empty for none.</param>
    /// <param name="threads">How many threads read.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static byte[] Of(ArchivePlan plan, string options, string previousCommit, int threads, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(digest, $"{IndexVersions.Describe()} {options} {previousCommit}");
        foreach (ulong id in plan.Removed.Order())
        {
            Append(digest, id);
        }

        SourceFile[] files = [.. plan.Articles.SelectMany(article => article.Group.Files)];
        ContentHash[] hashes = HashAll(files, threads, cancellation);
        for (int i = 0; i < files.Length; i++)
        {
            Append(digest, files[i].RelativePath);
            Append(digest, hashes[i].High);
            Append(digest, hashes[i].Low);
        }

        return digest.GetHashAndReset();
    }

    private static ContentHash[] HashAll(SourceFile[] files, int threads, CancellationToken cancellation)
    {
        var hashes = new ContentHash[files.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, files.Length, options, i => hashes[i] = Hash(files[i]));
        return hashes;
    }

    /// <summary>What cannot be read has no bytes to count; the reader meets the same and reports it.</summary>
    private static ContentHash Hash(SourceFile file)
    {
        try
        {
            using SourceBytes bytes = SourceBytes.Read(file);
            return bytes.Hash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    private static void Append(IncrementalHash digest, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Append(digest, (ulong)bytes.Length); // So that two texts never run together.
        digest.AppendData(bytes);
    }

    private static void Append(IncrementalHash digest, ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        digest.AppendData(bytes);
    }
}
