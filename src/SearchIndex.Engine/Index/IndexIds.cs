using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Where a writer takes the 16 bytes from that tell a segment, a state of a segment, or a commit from all others (spec 3.1, 4.1). Random as
/// a rule; derived from a seed when the same input shall give the same bytes. Safe for several threads.
/// </summary>
public sealed class IndexIds
{
    private readonly byte[] _seed;

    private IndexIds(byte[] seed)
    {
        _seed = seed;
    }

    /// <summary>Gets the source of ids that no other writer has.</summary>
    public static IndexIds Random { get; } = new([]);

    /// <summary>Gets whether the ids are derived; then nothing else that is written may tell of time or place either.</summary>
    public bool AreDerived => _seed.Length > 0;

    /// <summary>Returns the source of ids that the same seed makes again.</summary>
    /// <param name="seed">
    /// A digest of everything that is written, so that other input has other ids: files of two indexes must not be taken for each other's.
    /// </param>
    /// <exception cref="ArgumentException">The seed is empty.</exception>
    public static IndexIds DerivedFrom(ReadOnlySpan<byte> seed) =>
        seed.IsEmpty ? throw new ArgumentException("ids cannot be derived from nothing", nameof(seed)) : new IndexIds(seed.ToArray());

    /// <summary>Returns the id of a segment.</summary>
    internal byte[] OfSegment(string segmentName) => Make("segment", segmentName, 0);

    /// <summary>Returns the id of a segment with the deletes of a generation; -1 for none.</summary>
    internal byte[] OfState(string segmentName, long delGen) => Make("state", segmentName, delGen);

    /// <summary>Returns the id of a commit.</summary>
    internal byte[] OfCommit(long generation) => Make("commit", SegmentInfos.CommitFileName(generation), generation);

    private byte[] Make(string kind, string name, long generation)
    {
        if (!AreDerived)
        {
            return RandomNumberGenerator.GetBytes(CodecUtil.IdLength);
        }

        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, generation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_seed);
        hash.AppendData(Encoding.UTF8.GetBytes($"{kind} {name}"));
        hash.AppendData(number);
        return hash.GetHashAndReset()[..CodecUtil.IdLength];
    }
}
