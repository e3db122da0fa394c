using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs;

/// <summary>What a format needs to know of the segment whose files it reads or writes.</summary>
/// <param name="Directory">Where the files lie; for a compound segment the view of the inside.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Fields">Its fields.</param>
public sealed record SegmentState(IndexDirectory Directory, SegmentInfo Segment, FieldInfos Fields)
{
    /// <summary>Gets which generation of doc values is meant: -1 for those that the segment was written with, else an update (spec 8.9).</summary>
    public long DocValuesGeneration { get; init; } = -1;
}
