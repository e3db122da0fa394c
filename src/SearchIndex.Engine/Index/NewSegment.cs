using System.Globalization;
using System.Runtime.InteropServices;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>A segment that is being written. Disposed before it is complete, it leaves no file behind.</summary>
internal sealed class NewSegment : IDisposable
{
    private readonly TrackingDirectory _directory;
    private readonly Codec _codec;
    private readonly IndexIds _ids;
    private bool _complete;

    public NewSegment(IndexDirectory directory, Codec codec, string name, int maxDoc, FieldInfos fields, IndexIds ids)
    {
        _directory = new TrackingDirectory(directory);
        _codec = codec;
        _ids = ids;
        var segment = new SegmentInfo(name, ids.OfSegment(name), maxDoc)
        {
            Attributes = codec.SegmentAttributes,
        };
        State = new SegmentState(_directory, segment, fields);
    }

    /// <summary>Gets what the formats need to write their files.</summary>
    public SegmentState State { get; }

    /// <summary>Writes the field infos, and at last the <c>.si</c> with the list of all files.</summary>
    /// <param name="source">How the segment came to be: <c>flush</c> or <c>merge</c>.</param>
    /// <param name="minVersion">The smallest version that contributed documents; null for the current one.</param>
    public SegmentCommitInfo Complete(string source, LuceneVersion? minVersion = null)
    {
        _codec.WriteFieldInfos(_directory, State.Segment, State.Fields);
        SegmentInfo complete = State.Segment with
        {
            MinVersion = minVersion ?? LuceneVersion.Current,
            Diagnostics = _ids.AreDerived ? Origin(source) : Diagnostics(source),
            Files = [.. _directory.Created, IndexFileNames.SegmentFile(State.Segment.Name, string.Empty, "si")],
        };
        _codec.WriteSegmentInfo(_directory, complete);
        _complete = true;
        return new SegmentCommitInfo(complete) { Id = _ids.OfState(complete.Name, delGen: -1) };
    }

    /// <summary>Deletes what was written, unless the segment is complete.</summary>
    public void Dispose()
    {
        if (_complete)
        {
            return;
        }

        foreach (string name in _directory.Created.Where(_directory.FileExists))
        {
            _directory.DeleteFile(name);
        }
    }

    private static Dictionary<string, string> Origin(string source) => new() { ["source"] = source, ["writer"] = "SearchIndex" };

    private static Dictionary<string, string> Diagnostics(string source) => new(Origin(source))
    {
        ["os"] = RuntimeInformation.OSDescription,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["timestamp"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    };
}
