using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>What the formats do alike with the files of a segment.</summary>
internal static class SegmentFiles
{
    /// <summary>Creates two files, or none: a failure with the second closes the first.</summary>
    public static (IndexOutput First, IndexOutput Second) CreatePair(IndexDirectory directory, string first, string second)
    {
        IndexOutput output = directory.CreateOutput(first);
        try
        {
            return (output, directory.CreateOutput(second));
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    /// <summary>Opens a big file: header and the place of the footer are checked, the checksum is not.</summary>
    public static IndexInput OpenData(
        IndexDirectory directory, string name, string codec, int version, ReadOnlySpan<byte> id, string suffix)
    {
        IndexInput input = directory.OpenInput(name);
        try
        {
            CodecUtil.CheckIndexHeader(input, codec, version, version, id, suffix);
            CodecUtil.RetrieveChecksum(input);
            return input;
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>Opens a small file that is read at once: its whole checksum is compared before the header.</summary>
    public static IndexInput OpenMeta(
        IndexDirectory directory, string name, string codec, int version, ReadOnlySpan<byte> id, string suffix)
    {
        IndexInput input = directory.OpenInput(name);
        try
        {
            CodecUtil.CheckWholeFile(input);
            CodecUtil.CheckIndexHeader(input, codec, version, version, id, suffix);
            return input;
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>Writes which documents have a value, where that takes an IndexedDISI, and returns what to record.</summary>
    public static DocsWithFieldEntry WriteDocsWithField(IndexOutput data, FixedBitSet? docsWithField, int count, int maxDoc)
    {
        if (count == 0)
        {
            return DocsWithFieldEntry.None;
        }

        return docsWithField is null || count == maxDoc ? DocsWithFieldEntry.All : IndexedDisiWriter.Write(data, docsWithField);
    }
}
