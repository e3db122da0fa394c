namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>A document of a term.</summary>
internal sealed record MemoryPosting(int Doc, int Freq)
{
    public List<(int Position, int Start, int End)> Occurrences { get; } = [];
}
