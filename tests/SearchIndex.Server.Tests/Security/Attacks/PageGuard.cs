using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>Reads a page as a browser does, and finds whatever in it could run, load or lead out.</summary>
internal static class PageGuard
{
    private static readonly string[] Forbidden =
        ["img", "iframe", "frame", "object", "embed", "base", "style", "template", "foreignobject", "animate", "set", "math", "audio", "video", "evil"];

    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "poster", "xlink:href", "data"];

    public static void Check(AttackAnswer answer)
    {
        Assert.Equal("text/html; charset=utf-8", answer.HeaderOf("Content-Type"));
        foreach (IElement element in new HtmlParser().ParseDocument(answer.Body).All)
        {
            Assert.DoesNotContain(element.LocalName.ToLowerInvariant(), Forbidden);
            Assert.False(element.LocalName == "script" && (element.TextContent.Length > 0 || element.GetAttribute("src")?.StartsWith("/assets/", StringComparison.Ordinal) != true), element.OuterHtml);
            Assert.False(element.LocalName == "meta" && element.HasAttribute("http-equiv"), element.OuterHtml);
            Assert.All(element.Attributes, attribute => CheckAttribute(element, attribute));
        }
    }

    private static void CheckAttribute(IElement element, IAttr attribute)
    {
        Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc", element.OuterHtml);
        if (Addresses.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase))
        {
            bool leadsOut = element.LocalName == "a" && (attribute.Value.StartsWith("https://", StringComparison.Ordinal) || attribute.Value.StartsWith("http://", StringComparison.Ordinal));
            Assert.True(leadsOut || IsOwn(attribute.Value), element.OuterHtml);
        }
    }

    /// <summary>An address with two slashes at its beginning, in either direction, names another host.</summary>
    private static bool IsOwn(string address) =>
        address.StartsWith('#') || address.StartsWith('?') || (address.StartsWith('/') && (address.Length == 1 || address[1] is not ('/' or '\\')));
}
