namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>How the text of a token is made from the units of its node (spec 8).</summary>
internal enum NodeKind : byte
{
    /// <summary>The place before or behind the sentence; no token.</summary>
    Border,

    /// <summary>The units as they are.</summary>
    Plain,

    /// <summary>A Han word with spaces in between, which are dropped.</summary>
    SpacedWord,

    /// <summary>ASCII letters, or one unit of no other type; capitals become small.</summary>
    Letters,

    /// <summary>Letters or digits of which some are full width; they become ASCII, and capitals small.</summary>
    Wide,

    /// <summary>A mark: becomes a comma.</summary>
    Delimiter,
}
