using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Codecs.Lucene87;
using SearchIndex.Engine.Index;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>A segment that tests write format by format; it has no postings.</summary>
internal sealed class SegmentFixture
{
    public const string Name = "_0";

    public SegmentFixture(int maxDoc, params FieldInfo[] fields)
        : this(new MemoryDirectory(), maxDoc, fields)
    {
    }

    public SegmentFixture(IndexDirectory directory, int maxDoc, params FieldInfo[] fields)
    {
        var segment = new SegmentInfo(Name, Encoding.ASCII.GetBytes("0123456789abcdef"), maxDoc)
        {
            Attributes = Codec.SegmentAttributes,
        };

        // Without postings their attributes must be absent too, or a reader looks for the files.
        FieldInfo WithAttributes(FieldInfo field) => field.DocValuesType == DocValuesType.None ? field : Codec.WithAttributes(field);
        State = new SegmentState(directory, segment, new FieldInfos(fields.Select(WithAttributes)));
    }

    public static Codec Codec => Lucene87Codec.Instance;

    public SegmentState State { get; }

    public IndexDirectory Directory => State.Directory;

    /// <summary>Gets the directory of a segment in memory, whose files tests may damage.</summary>
    public MemoryDirectory Memory => (MemoryDirectory)State.Directory;

    public static FieldInfo Field(string name, int number, DocValuesType docValues) =>
        new(name, number, IndexOptions.None, OmitNorms: false, docValues);

    public static FieldInfo TextField(string name, int number) =>
        new(name, number, IndexOptions.DocsAndFreqsAndPositions, OmitNorms: false, DocValuesType.None);

    public FieldInfo this[string field] => State.Fields.Find(field)!;

    public void WriteNorms(Action<NormsConsumer> write)
    {
        using NormsConsumer consumer = Codec.CreateNorms(State);
        write(consumer);
        consumer.Finish();
    }

    public void WriteDocValues(Action<DocValuesConsumer> write)
    {
        using DocValuesConsumer consumer = Codec.CreateDocValues(State);
        write(consumer);
        consumer.Finish();
    }

    /// <summary>Writes documents of one string field with number 0; null for a document without fields.</summary>
    public void WriteStored(IEnumerable<string?> texts)
    {
        using StoredFieldsWriter writer = Codec.CreateStoredFields(State);
        var builder = new StoredDocumentBuilder();
        foreach (string? text in texts)
        {
            builder.Clear();
            if (text is not null)
            {
                builder.AddString(0, text);
            }

            writer.AddDocument(builder.Serialized, builder.FieldCount);
        }

        writer.Finish(State.Segment.MaxDoc);
    }

    /// <summary>Ends the segment, as a compound file if wanted, deletes documents, and commits an index of it alone.</summary>
    public void Commit(bool compound = false, params int[] deleted)
    {
        Codec.WriteFieldInfos(Directory, State.Segment, State.Fields);
        List<string> files = [.. Directory.ListAll().Where(file => file.StartsWith(Name, StringComparison.Ordinal))];
        if (compound)
        {
            IReadOnlyCollection<string> compoundFiles = Codec.WriteCompound(Directory, State.Segment, files);
            files.ForEach(Directory.DeleteFile);
            files = [.. compoundFiles];
        }

        SegmentInfo segment = State.Segment with
        {
            IsCompound = compound,
            Files = [.. files, IndexFileNames.SegmentFile(Name, string.Empty, "si")],
        };
        Codec.WriteSegmentInfo(Directory, segment);
        var commit = new SegmentCommitInfo(segment);
        if (deleted.Length > 0)
        {
            var live = new FixedBitSet(segment.MaxDoc);
            live.SetAll();
            Array.ForEach(deleted, live.Clear);
            Codec.WriteLiveDocs(Directory, segment, generation: 1, live);
            commit = commit with { DelGen = 1, DelCount = deleted.Length };
        }

        var infos = new SegmentInfos([commit]) { Generation = 1, Counter = 1, Version = 1 };
        Directory.Rename(infos.WritePending(Directory, Codec), infos.FileName);
    }
}
