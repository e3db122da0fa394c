using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SearchIndex.Server.Pages;

/// <summary>
/// Markup that is safe to send. It comes into being only from interpolated strings, <c>Html.Of($"&lt;b&gt;{text}&lt;/b&gt;")</c>: the literal
/// parts are ours, and every text in a hole is escaped on the way in, so that nobody can forget to. Attributes stand in double quotes.
/// </summary>
internal readonly struct Html
{
    /// <summary>No markup.</summary>
    public static readonly Html None;

    // Chinese stays readable in the source of a page; < > & " ', controls and lone surrogates do not pass.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Characters that make the text behind them run the other way. Articles lose them when they are read; a query in a link may have some.
    private static readonly SearchValues<char> Turns = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    private readonly string? _markup;

    private Html(string markup)
    {
        _markup = markup;
    }

    /// <summary>Takes an interpolated string as markup.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.ToMarkup());

    /// <summary>Escapes a text.</summary>
    public static Html Text(string? text) => new(Escape(text));

    /// <summary>Puts pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece._markup)));

    /// <summary>Returns the markup when a condition holds, else nothing.</summary>
    public static Html If(bool condition, Func<Html> markup) => condition ? markup() : None;

    /// <inheritdoc/>
    public override string ToString() => _markup ?? string.Empty;

    /// <summary>Returns a text as it may stand in markup and in quoted attributes.</summary>
    internal static string Escape(string? text) => string.IsNullOrEmpty(text) ? string.Empty : Encoder.Encode(WithoutTurns(text));

    private static string WithoutTurns(string text) => text.AsSpan().ContainsAny(Turns) ? string.Concat(text.Where(unit => !Turns.Contains(unit))) : text;
}
