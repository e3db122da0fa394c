namespace SearchIndex.News.Query.Ranking;

/// <summary>A window that moves through a text and knows what the different characters in it are worth together.</summary>
/// <param name="worth">What each character is worth, by its number; those at 0 and behind the end are worth nothing.</param>
/// <param name="length">The length of the window in UTF-16 units, 1 or more.</param>
internal sealed class CharacterWindow(float[] worth, int length)
{
    private readonly int[] _counts = new int[worth.Length];
    private float _inside;

    /// <summary>Gets the most that any window was worth.</summary>
    public float Most { get; private set; }

    /// <summary>Moves on by one unit.</summary>
    /// <param name="numbers">The numbers of the text's characters.</param>
    /// <param name="at">The unit that enters.</param>
    public void Move(ReadOnlySpan<byte> numbers, int at)
    {
        int leaving = at < length ? 0 : numbers[at - length];
        if (leaving > 0 && leaving < worth.Length && --_counts[leaving] == 0)
        {
            _inside -= worth[leaving];
        }

        int entering = numbers[at];
        if (entering > 0 && entering < worth.Length && _counts[entering]++ == 0)
        {
            _inside += worth[entering];
            Most = Math.Max(Most, _inside);
        }
    }
}
