using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Verification;

/// <summary>Digests everything that an index keeps of each article, whatever segment it lies in.</summary>
internal sealed class ArticleDigests : StoredFieldVisitor, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string _id = string.Empty;

    private ArticleDigests()
    {
    }

    /// <summary>Returns the digests by the ids of the articles; a second article of an id has a number behind it.</summary>
    public static SortedDictionary<string, ContentHash> Read(string indexFolder, CancellationToken cancellation)
    {
        using Engine.Store.FSDirectory directory = NewsIndexer.OpenExisting(indexFolder);
        using DirectoryReader reader = DirectoryReader.Open(directory, Lucene87Codec.Instance);
        using var visitor = new ArticleDigests();
        var digests = new SortedDictionary<string, ContentHash>(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            using StoredFieldsReader stored = leaf.Reader.OpenStoredFields();
            for (int docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (leaf.Reader.LiveDocs?[docId] ?? true)
                {
                    (string id, ContentHash digest) = visitor.Digest(stored, docId);
                    Add(digests, id, digest);
                }
            }
        }

        return digests;
    }

    /// <inheritdoc/>
    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8)
    {
        if (field.Name == ArticleSchema.Id)
        {
            _id = Encoding.UTF8.GetString(utf8);
        }

        Append(field, utf8);
    }

    /// <inheritdoc/>
    public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => Append(field, value);

    /// <inheritdoc/>
    public override void Int32Field(FieldInfo field, int value) => Append(field, value);

    /// <inheritdoc/>
    public override void Int64Field(FieldInfo field, long value) => Append(field, value);

    /// <inheritdoc/>
    public override void SingleField(FieldInfo field, float value) => Append(field, BitConverter.SingleToInt32Bits(value));

    /// <inheritdoc/>
    public override void DoubleField(FieldInfo field, double value) => Append(field, BitConverter.DoubleToInt64Bits(value));

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static void Add(SortedDictionary<string, ContentHash> digests, string id, ContentHash digest)
    {
        string name = id;
        for (int number = 2; !digests.TryAdd(name, digest); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{id} ({number})");
        }
    }

    private (string Id, ContentHash Digest) Digest(StoredFieldsReader stored, int docId)
    {
        _id = "without an id";
        stored.VisitDocument(docId, this);
        byte[] hash = _hash.GetHashAndReset();
        return (_id, new ContentHash(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(sizeof(ulong)))));
    }

    private void Append(FieldInfo field, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        Append(field, bytes);
    }

    /// <summary>Lengths keep names and values from running together.</summary>
    private void Append(FieldInfo field, ReadOnlySpan<byte> value)
    {
        byte[] name = Encoding.UTF8.GetBytes(field.Name);
        Span<byte> lengths = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(lengths, name.Length);
        BinaryPrimitives.WriteInt32BigEndian(lengths[sizeof(int)..], value.Length);
        _hash.AppendData(lengths);
        _hash.AppendData(name);
        _hash.AppendData(value);
    }
}
