namespace SearchIndex.Server.Pages.Status;

/// <summary>Pictures beside numbers. They say nothing that the numbers do not, so that they are hidden from those who listen to a page.</summary>
internal static class SmallBars
{
    // The pictures are stretched to their places, so that all of them can be whole numbers.
    private const int Height = 100;
    private const int StepWidth = 10;
    private const int BarWidth = 8;

    /// <summary>Returns a lying bar.</summary>
    /// <param name="value">What it stands for.</param>
    /// <param name="most">What the longest stands for.</param>
    public static Html Lying(int value, int most) => Html.Of(
        $"<svg class=\"bar\" viewBox=\"0 0 {Height} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"{Share(value, most)}\" height=\"1\"/></svg>");

    /// <summary>Returns standing bars, each for a time; the highest fills the height.</summary>
    public static Html Standing(int[] values)
    {
        int most = values.DefaultIfEmpty().Max();
        string path = string.Concat(values.Select((value, index) => value == 0
            ? string.Empty
            : FormattableString.Invariant($"M{index * StepWidth} {Height}V{Height - Share(value, most)}h{BarWidth}V{Height}z")));
        return Html.Of(
            $"<svg class=\"spark\" viewBox=\"0 0 {Math.Max(1, values.Length) * StepWidth} {Height}\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{path}\"/></svg>");
    }

    /// <summary>What is not nothing can be seen.</summary>
    private static int Share(int value, int most) => value == 0 ? 0 : Math.Max(1, (int)((long)value * Height / most));
}
