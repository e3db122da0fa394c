using System.Globalization;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Tests.Search.Support;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>An index written by us whose fields, documents and history follow from its number alone.</summary>
internal sealed class OurShape
{
    private const int Words = 2000;
    private const int ManyDocuments = 5000; // Above, few and short fields keep the test quick.

    // Around the sizes of blocks of postings and chunks of stored fields; the big ones, met once each, around blocks of sparse columns.
    private static readonly int[] Sizes = [1, 2, 127, 128, 129, 256, 257, 400, 600, 1023, 1024, 1025, 1500, 130, 300, 700, 2049];
    private static readonly int[] BigSizes = [65_536, 65_537, 8193];

    private static readonly FieldType Id = new() { Stored = true, IndexOptions = IndexOptions.Docs, OmitNorms = true };

    private readonly int _number;
    private readonly Random _random;
    private readonly int _documents;
    private readonly List<(string Name, FieldType Type, int Share)> _fields = [];

    public OurShape(int number)
    {
        _number = number;
        _random = new Random(number);
        _documents = number < BigSizes.Length ? BigSizes[number] : Sizes[number % Sizes.Length];
        int fields = _documents > ManyDocuments ? 3 : _random.Next(3, 12);
        for (int field = 0; field < fields; field++)
        {
            // Every share of documents from all to one in a thousand.
            int share = _random.Next(3) switch { 0 => 1, 1 => _random.Next(2, 8), _ => _random.Next(2, 1000) };
            _fields.Add((string.Create(CultureInfo.InvariantCulture, $"field{field}"), MakeType(), share));
        }
    }

    /// <summary>
    /// Writes the index: documents in several segments, then deletes, updates and a merge, each in some shapes. It is made in memory, since
    /// syncing so many files would take most of the time.
    /// </summary>
    public void Write(string folder)
    {
        using var memory = new MemoryDirectory();
        Write(memory);
        Directory.CreateDirectory(folder);
        foreach (string name in memory.ListAll())
        {
            using IndexInput input = memory.OpenInput(name);
            File.WriteAllBytes(Path.Combine(folder, name), input.ReadSpan((int)input.Length));
        }
    }

    private static Term IdOf(int document) => new("id", document.ToString(CultureInfo.InvariantCulture));

    private void Write(MemoryDirectory directory)
    {
        var config = new IndexWriterConfig(new SpacedAnalyzer(), Lucene87Codec.Instance)
        {
            MergePolicy = new TieredMergePolicy { MaxSegments = int.MaxValue, SegmentsPerTier = int.MaxValue, MaxDeletedShare = 1 },
            CompoundFileMaxBytes = (_number % 3) switch { 0 => 0, 1 => long.MaxValue, _ => 20_000 }, // The last makes both in one index.
        };
        using var writer = new IndexWriter(directory, config);
        int segments = (_number % 4) switch { 0 => 1, 1 => 2, 2 => 5, _ => 12 };
        for (int document = 0; document < _documents; document++)
        {
            writer.AddDocument(MakeDocument(document));
            if (_random.Next(_documents) < segments - 1)
            {
                writer.Flush();
            }
        }

        writer.Commit(new Dictionary<string, string> { ["shape"] = _number.ToString(CultureInfo.InvariantCulture) });
        for (int round = 0; round < _number % 3; round++)
        {
            Change(writer);
            writer.Commit();
        }

        if (_number % 5 == 0)
        {
            writer.Optimize();
            writer.Commit();
        }
    }

    private void Change(IndexWriter writer)
    {
        for (int change = 0; change < 1 + (_documents / 20); change++)
        {
            int document = _random.Next(1, Math.Max(2, _documents)); // Never the first, so that something stays.
            if (_number % 4 == 1)
            {
                writer.UpdateDocument(IdOf(document), MakeDocument(document));
            }
            else
            {
                writer.DeleteDocuments(IdOf(document));
            }
        }
    }

    private FieldType MakeType()
    {
        bool stored = _random.Next(3) == 0;
        switch (_random.Next(7))
        {
            case 0:
                return new FieldType { IndexOptions = IndexOptions.Docs, OmitNorms = true, Stored = stored, Tokenized = _random.Next(2) == 0 };
            case 1:
                return new FieldType { Stored = true, DocValuesType = DocValuesType.Numeric, IndexedAsPoint = _random.Next(2) == 0 };
            case 2:
                return new FieldType { Stored = stored, DocValuesType = DocValuesType.SortedNumeric, IndexedAsPoint = _random.Next(2) == 0 };
            case 3:
                DocValuesType[] types = [DocValuesType.Binary, DocValuesType.Sorted, DocValuesType.SortedSet];
                return new FieldType { Stored = stored, DocValuesType = types[_random.Next(types.Length)] };
            case 4:
                return new FieldType { IndexedAsPoint = true };
            default:
                return new FieldType
                {
                    IndexOptions = (IndexOptions)_random.Next((int)IndexOptions.DocsAndFreqs, (int)IndexOptions.DocsAndFreqsAndPositionsAndOffsets + 1),
                    OmitNorms = _random.Next(3) == 0,
                    Tokenized = true,
                    Stored = stored,
                };
        }
    }

    private Document MakeDocument(int number)
    {
        var document = new Document();
        document.Add(new Field("id", number.ToString(CultureInfo.InvariantCulture), Id));
        foreach ((string name, FieldType type, int share) in _fields)
        {
            if (_random.Next(share) > 0)
            {
                continue;
            }

            bool single = type.DocValuesType is DocValuesType.Numeric or DocValuesType.Binary or DocValuesType.Sorted;
            for (int values = single ? 1 : 1 + _random.Next(3); values > 0; values--)
            {
                document.Add(MakeField(name, type));
            }
        }

        return document;
    }

    private Field MakeField(string name, FieldType type)
    {
        if (type.IndexedAsPoint || type.DocValuesType is DocValuesType.Numeric or DocValuesType.SortedNumeric)
        {
            long number = _random.Next(4) switch
            {
                0 => _random.NextInt64(long.MinValue, long.MaxValue),
                1 => _random.Next(5),
                2 => 1_600_000_000_000 + (_random.Next(100_000) * 60_000L),
                _ => _random.Next(-1000, 1000),
            };
            return new Field(name, number, type);
        }

        int words = type.Tokenized ? _random.Next(_documents > ManyDocuments ? 4 : 25) : 1;
        return new Field(name, string.Join(' ', Enumerable.Range(0, words).Select(_ => Word())), type);
    }

    private string Word()
    {
        int number = Math.Min(_random.Next(Words), _random.Next(Words));
        return (number % 4) switch
        {
            0 => number.ToString(CultureInfo.InvariantCulture),
            1 => new string([(char)(0x4E00 + number), (char)(0x4E00 + (number / 5))]),
            2 => "a-long-beginning-that-many-words-share-" + number.ToString(CultureInfo.InvariantCulture),
            _ => char.ConvertFromUtf32(0x20000 + number),
        };
    }
}
