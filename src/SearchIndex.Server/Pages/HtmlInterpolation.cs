using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SearchIndex.Server.Pages;

/// <summary>What the compiler makes of the interpolated strings of <see cref="Html.Of"/>: literals stay, texts are escaped, markup is taken as it is.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation
{
    private const int GuessedHoleLength = 32;

    private readonly StringBuilder _markup;

    public HtmlInterpolation(int literalLength, int formattedCount)
    {
        _markup = new StringBuilder(literalLength + (formattedCount * GuessedHoleLength));
    }

    public void AppendLiteral(string literal) => _markup.Append(literal);

    public void AppendFormatted(string? text) => _markup.Append(Html.Escape(text));

    public void AppendFormatted(int number) => _markup.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(Html markup) => _markup.Append(markup.ToString());

    public void AppendFormatted(IEnumerable<Html> pieces) => _markup.AppendJoin(string.Empty, pieces);

    /// <summary>Returns what was put together.</summary>
    public string ToMarkup() => _markup.ToString();
}
