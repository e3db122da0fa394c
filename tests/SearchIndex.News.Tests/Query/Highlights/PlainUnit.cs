namespace SearchIndex.News.Tests.Query.Highlights;

/// <summary>A Han character or a word of a <see cref="PlainText"/>.</summary>
/// <param name="Text">Itself, folded.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Number">Its number.</param>
/// <param name="IsJoined">Whether it is a Han character that goes on a run of such, without a blank between.</param>
internal readonly record struct PlainUnit(string Text, int Start, int End, int Number, bool IsJoined);
