using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SearchIndex.Benchmarks.Variants;

/// <summary>A place of a form that may mean something else, and what it means there.</summary>
/// <param name="Typed">The other form, for which it may stand.</param>
/// <param name="Form">The form as the file of variants has it.</param>
/// <param name="Article">The id of the article: names of files may be headlines, which are not ours to keep.</param>
/// <param name="Field">The field of the article: title or body.</param>
/// <param name="Offset">Where it begins there, in UTF-16 units.</param>
/// <param name="Context">A hash of what stands around it.</param>
/// <param name="IsMeant">Whether it means what the other form means; judged by eye.</param>
internal sealed record VariantCase(string Typed, string Form, string Article, string Field, int Offset, string Context, bool IsMeant)
{
    private const int ContextUnits = 8;
    private const int HashDigits = 8;
    private const string Yes = "yes";

    /// <summary>Reads a list of cases.</summary>
    public static IEnumerable<VariantCase> ReadAll(string path) => TsvLines.Read(path).Select(cells => new VariantCase(
        cells[0], cells[1], cells[2], cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture), cells[5], cells[6] == Yes));

    /// <summary>Returns the hash of what stands around a place.</summary>
    public static string HashAround(string text, int offset, int length)
    {
        int from = Math.Max(0, offset - ContextUnits);
        int to = Math.Min(text.Length, offset + length + ContextUnits);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text[from..to])))[..HashDigits];
    }
}
