using System.Globalization;
using System.Text;

namespace SearchIndex.Engine.Search;

/// <summary>How a score comes about: a value, what it is, and the values that it is made of.</summary>
public sealed class Explanation
{
    private const int IndentWidth = 2;

    private Explanation(bool isMatch, float value, string description, IReadOnlyList<Explanation> details)
    {
        IsMatch = isMatch;
        Value = value;
        Description = description;
        Details = details;
    }

    /// <summary>Gets whether the document matches.</summary>
    public bool IsMatch { get; }

    /// <summary>Gets the value; 0 when the document does not match.</summary>
    public float Value { get; }

    /// <summary>Gets what the value is.</summary>
    public string Description { get; }

    /// <summary>Gets what it is made of.</summary>
    public IReadOnlyList<Explanation> Details { get; }

    /// <summary>Returns the explanation of a match.</summary>
    public static Explanation Match(float value, string description, params IReadOnlyList<Explanation> details) =>
        new(true, value, description, details);

    /// <summary>Returns why there is no match.</summary>
    public static Explanation NoMatch(string description) => new(false, 0f, description, []);

    /// <summary>Returns the tree as lines, those of details indented.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text, 0);
        return text.ToString();
    }

    private void AppendTo(StringBuilder text, int depth)
    {
        text.Append(' ', depth * IndentWidth).Append(CultureInfo.InvariantCulture, $"{Value} = {Description}").Append('\n');
        foreach (Explanation detail in Details)
        {
            detail.AppendTo(text, depth + 1);
        }
    }
}
