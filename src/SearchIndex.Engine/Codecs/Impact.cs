namespace SearchIndex.Engine.Codecs;

/// <summary>A pair that may give the best score of a range of documents (spec 5.6).</summary>
/// <param name="Freq">The frequency, 1 or more.</param>
/// <param name="Norm">The norm as it is stored, compared as an unsigned number.</param>
public readonly record struct Impact(int Freq, long Norm);
