using System.Collections.Frozen;

namespace SearchIndex.News.Ingest;

/// <summary>What is known of each HTML element.</summary>
internal static class ElementRules
{
    private static readonly FrozenDictionary<string, ElementRole> Roles = Table(
        (ElementRole.Block, "address article aside blockquote body center dd details dialog dir div dl dt fieldset figure footer form "
            + "frameset header hgroup html legend li main menu ol optgroup p search section summary table tbody td tfoot th thead tr ul"),
        (ElementRole.Heading, "h1 h2 h3 h4 h5 h6"),
        (ElementRole.Caption, "figcaption caption"),
        (ElementRole.Lines, "listing plaintext pre xmp"),
        (ElementRole.Break, "br hr"),
        (ElementRole.Skipped, "applet area audio base basefont bgsound button canvas col colgroup datalist embed frame head iframe "
            + "input link map meta meter nav noembed noframes noscript object option param progress rp rt rtc script select share-button share-modal "
            + "source style svg template textarea title track video"));

    private static readonly FrozenDictionary<string, ElementNesting> Nesting = Table(
        (ElementNesting.None, "area base basefont bgsound body br col dd dt embed frame head hr html iframe img input keygen li "
            + "link meta noembed noframes optgroup option p param plaintext rp rt script source style tbody td textarea tfoot th thead "
            + "title tr track wbr xmp"),
        (ElementNesting.Formatting, "a b big code em font i nobr s small strike strong tt u"),
        (ElementNesting.Scope, "applet button caption marquee object select svg math table template"),
        (ElementNesting.Block, "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form "
            + "frameset h1 h2 h3 h4 h5 h6 header hgroup listing main menu nav noscript ol pre search section summary ul"));

    /// <summary>Code is better swallowed to the end than read, and the end tags of the others are optional.</summary>
    private static readonly FrozenSet<string> MayStayOpen =
        new[] { "rp", "rt", "rtc", "script", "style" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BoilerplateClasses = Boilerplate.Of("class").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> CaptionClasses =
        new[] { "caption", "captions", "legend", "picinfo", "imginfo", "photoinfo" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ShareAddresses = [.. Boilerplate.Of("share")];

    /// <summary>Returns what the element does to the text; elements that nobody knows are inline, as in browsers.</summary>
    internal static ElementRole RoleOf(string name) => Roles.GetValueOrDefault(name);

    /// <summary>Returns how the element counts when nesting is limited.</summary>
    internal static ElementNesting NestingOf(string name) => Nesting.GetValueOrDefault(name);

    /// <summary>Tells whether the text in the element is not read, so that the article is lost if the element is not closed.</summary>
    internal static bool SwallowsText(string name) => RoleOf(name) == ElementRole.Skipped && !MayStayOpen.Contains(name);

    /// <summary>Tells whether a class or an id speaks of what surrounds articles: sharing, advertising, promotion, zooming.</summary>
    internal static bool IsBoilerplateClass(string? value) => HasWord(value, BoilerplateClasses);

    /// <summary>Tells whether a class speaks of a caption.</summary>
    internal static bool IsCaptionClass(string? value) => HasWord(value, CaptionClasses);

    /// <summary>Tells whether a link only shares the article; its text names a network, and its address repeats the title.</summary>
    internal static bool IsShareAddress(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return false;
        }

        foreach (string part in ShareAddresses)
        {
            if (address.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Compares the words of names such as <c>o-self-promo lead_image_caption</c> with a set.</summary>
    private static bool HasWord(string? value, FrozenSet<string> words)
    {
        if (string.IsNullOrEmpty(value))
        {
            return false;
        }

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<char> text = value;
        foreach (Range range in text.SplitAny(" \t\r\n\f-_"))
        {
            if (lookup.Contains(text[range]))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, T> Table<T>(params (T Value, string Names)[] rows)
    {
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach ((T value, string names) in rows)
        {
            foreach (string name in names.Split(' '))
            {
                table.Add(name, value);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
