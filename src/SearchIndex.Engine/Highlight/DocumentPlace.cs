using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Highlight;

/// <summary>The document whose matches are looked for, and the fields that are to be marked.</summary>
/// <param name="Leaf">The segment.</param>
/// <param name="Doc">The number of the document in the segment.</param>
/// <param name="Fields">The fields to mark; null for all, with or without offsets.</param>
internal readonly record struct DocumentPlace(LeafReaderContext Leaf, int Doc, IReadOnlyList<string>? Fields)
{
    /// <summary>Tells whether matches in a field are wanted.</summary>
    public bool IsWanted(string field) =>
        Fields is null || (Fields.Contains(field) && Leaf.Reader.FieldInfos.Find(field) is { HasOffsets: true });

    /// <summary>Returns the terms of a field, or null when the segment has none.</summary>
    public Terms? Terms(string field) => Leaf.Reader.Terms(field);
}
