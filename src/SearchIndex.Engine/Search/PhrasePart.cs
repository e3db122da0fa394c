using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>A term of a <see cref="PhrasePrefixQuery"/>, or the beginning of one, and where it stands.</summary>
/// <param name="Term">The term, or the bytes that it begins with.</param>
/// <param name="Position">Its position in the phrase, 0 or more.</param>
/// <param name="IsPrefix">Whether any term that begins so fits.</param>
public readonly record struct PhrasePart(Term Term, int Position, bool IsPrefix = false);
