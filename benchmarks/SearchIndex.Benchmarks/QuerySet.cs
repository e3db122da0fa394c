namespace SearchIndex.Benchmarks;

/// <summary>A set of questions of the kit.</summary>
/// <param name="Name">Its letter.</param>
/// <param name="Prefix">What the ids of its questions start with.</param>
/// <param name="File">The file that holds them.</param>
internal sealed record QuerySet(string Name, string Prefix, string File);
