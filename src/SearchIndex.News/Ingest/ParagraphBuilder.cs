using System.Text;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Puts a paragraph together from pieces of text by the rules of <see cref="TextCleaner"/>, which hold across pieces, and remembers where
/// each unit stands in the file.
/// </summary>
internal sealed class ParagraphBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<ByteSpan> _places = [];
    private bool _blankPending;

    internal bool IsEmpty => _text.Length == 0;

    /// <summary>Appends a piece; what a markup tag stood between is simply joined.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="places">Where its units stand; empty when nobody knows.</param>
    internal void Append(ReadOnlySpan<char> piece, ReadOnlySpan<ByteSpan> places = default)
    {
        while (piece.Length > 0)
        {
            int plain = piece.IndexOfAny(TextCleaner.Special);
            if (plain < 0)
            {
                AppendPlain(piece, places);
                return;
            }

            AppendPlain(piece[..plain], places.IsEmpty ? places : places[..plain]);
            if (TextCleaner.IsBlank(piece[plain]))
            {
                _blankPending = true;
            }

            piece = piece[(plain + 1)..];
            places = places.IsEmpty ? places : places[(plain + 1)..];
        }
    }

    /// <summary>Returns the paragraph, which may be empty, and begins a new one.</summary>
    internal string Take() => Take(out _);

    /// <summary>Returns the paragraph, which may be empty, and begins a new one.</summary>
    /// <param name="places">Where each of its units stands.</param>
    internal string Take(out ByteSpan[] places)
    {
        _blankPending = false;
        places = [];
        if (_text.Length == 0)
        {
            return string.Empty;
        }

        int end = _text.Length;
        while (end > 0 && _text[end - 1] is ' ' or TextCleaner.IdeographicSpace)
        {
            end--;
        }

        string paragraph = _text.ToString(0, end);
        places = new ByteSpan[end];
        _places.CopyTo(0, places, 0, end);
        _text.Clear();
        _places.Clear();
        return paragraph;
    }

    private void AppendPlain(ReadOnlySpan<char> piece, ReadOnlySpan<ByteSpan> places)
    {
        if (_text.Length == 0)
        {
            int length = piece.Length;
            piece = piece.TrimStart(TextCleaner.IdeographicSpace);
            places = places.IsEmpty ? places : places[(length - piece.Length)..];
        }

        if (piece.Length == 0)
        {
            return;
        }

        if (_blankPending && _text.Length > 0)
        {
            _text.Append(' ');
            _places.Add(ByteSpan.None);
        }

        _blankPending = false;
        _text.Append(piece);
        AppendPlaces(piece.Length, places);
    }

    private void AppendPlaces(int count, ReadOnlySpan<ByteSpan> places)
    {
        if (places.IsEmpty)
        {
            for (int i = 0; i < count; i++)
            {
                _places.Add(ByteSpan.None);
            }

            return;
        }

        _places.AddRange(places);
    }
}
