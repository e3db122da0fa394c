using System.Text;

namespace SearchIndex.News.Ingest;

/// <summary>Puts a paragraph together from pieces of text by the rules of <see cref="TextCleaner"/>, which hold across pieces.</summary>
internal sealed class ParagraphBuilder
{
    private readonly StringBuilder _text = new();
    private bool _blankPending;

    internal bool IsEmpty => _text.Length == 0;

    /// <summary>Appends a piece; what a markup tag stood between is simply joined.</summary>
    internal void Append(ReadOnlySpan<char> piece)
    {
        while (piece.Length > 0)
        {
            int plain = piece.IndexOfAny(TextCleaner.Special);
            if (plain < 0)
            {
                AppendPlain(piece);
                return;
            }

            AppendPlain(piece[..plain]);
            if (TextCleaner.IsBlank(piece[plain]))
            {
                _blankPending = true;
            }

            piece = piece[(plain + 1)..];
        }
    }

    /// <summary>Returns the paragraph, which may be empty, and begins a new one.</summary>
    internal string Take()
    {
        _blankPending = false;
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
        _text.Clear();
        return paragraph;
    }

    private void AppendPlain(ReadOnlySpan<char> piece)
    {
        if (_text.Length == 0)
        {
            piece = piece.TrimStart(TextCleaner.IdeographicSpace);
        }

        if (piece.Length == 0)
        {
            return;
        }

        if (_blankPending && _text.Length > 0)
        {
            _text.Append(' ');
        }

        _blankPending = false;
        _text.Append(piece);
    }
}
