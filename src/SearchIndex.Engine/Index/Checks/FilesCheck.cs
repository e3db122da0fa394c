using System.Text;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Every file of a segment is there, carries the segment's id, and has the checksum that its footer says (spec 14, 3).</summary>
internal static class FilesCheck
{
    public static string Run(IndexDirectory directory, Codec codec, SegmentCommitInfo segment)
    {
        int files = 0;
        long bytes = 0;
        foreach (string name in segment.Files())
        {
            bytes += CheckFile(directory, segment.Info, name);
            files++;
        }

        if (segment.Info.IsCompound)
        {
            using IndexDirectory inside = codec.OpenCompound(directory, segment.Info);
            foreach (string name in inside.ListAll())
            {
                CheckFile(inside, segment.Info, name);
                files++;
            }
        }

        return $"{files} files, {bytes} bytes";
    }

    private static long CheckFile(IndexDirectory directory, SegmentInfo segment, string name)
    {
        using IndexInput input = directory.OpenInput(name);
        CodecUtil.CheckWholeFile(input);
        int magic = input.ReadInt32();
        Expect.That(magic == CodecUtil.HeaderMagic, $"file {input.Name} starts with {magic:X8} instead of {CodecUtil.HeaderMagic:X8}");
        string codec = Encoding.UTF8.GetString(input.ReadSpan(input.ReadVInt32()));
        input.Skip(sizeof(int)); // The version; the reader of the format judges it.
        string id = Convert.ToHexString(input.ReadSpan(CodecUtil.IdLength));
        string expected = Convert.ToHexString(segment.Id.Span);
        Expect.That(id == expected, $"file {input.Name} ({codec}) has the id {id}, segment {segment.Name} has {expected}");
        return input.Length;
    }
}
