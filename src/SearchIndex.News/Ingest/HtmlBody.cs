using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using SearchIndex.News.Provenance;

namespace SearchIndex.News.Ingest;

/// <summary>
/// Takes HTML apart into paragraphs. The tree is walked with a stack of its own, so that no nesting can overflow the thread's. Text is
/// gathered until an element begins or ends that makes paragraphs; inline elements never part text.
/// </summary>
internal sealed class HtmlBody
{
    /// <summary>An element whose class speaks of boilerplate is kept when it holds more text: then it wraps the article.</summary>
    private const int MaxBoilerplateChars = 300;

    private const string LinkName = "a";

    private static readonly HtmlParserOptions ParserOptions = new()
    {
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) =>
            name.Span is "class" or "id" or "href" or "hidden",
    };

    private readonly ParagraphBorder _border;
    private readonly TracedText _letters;
    private readonly List<BodyParagraph> _paragraphs = [];
    private readonly ParagraphBuilder _builder = new();
    private readonly Stack<Frame> _frames = new();
    private TextNodePlaces? _places;
    private BodyParagraphKind _kind;

    /// <summary>Creates an extractor for one body.</summary>
    /// <param name="border">What parts the paragraphs of text that stands outside of all elements.</param>
    /// <param name="letters">The letters of the body.</param>
    internal HtmlBody(ParagraphBorder border, TracedText letters)
    {
        _border = border;
        _letters = letters;
    }

    /// <summary>Returns the paragraphs of the HTML; call it once.</summary>
    internal ExtractedBody Extract(ReadOnlyMemory<char> html)
    {
        using Document document = Parse(html);
        if (document.Body is { } body)
        {
            _places = TextNodePlaces.Find(document, _letters);
            Walk(body);
        }

        string pageTitle = TextCleaner.Clean(document.Title ?? string.Empty);
        return new ExtractedBody(_paragraphs, pageTitle.Length > 0 ? pageTitle : null, _letters);
    }

    private static Document Parse(ReadOnlyMemory<char> html)
    {
        var guard = new NestingGuard(html);
        var source = new TextSource(new ReadOnlyMemoryTextSource(html));
        return new HtmlParser(ParserOptions).ParseDocument<Document, Element>(source, guard.Guard);
    }

    private void Walk(IElement body)
    {
        _frames.Push(new Frame(body, ElementRole.Block, BodyParagraphKind.Text, _border));
        while (_frames.TryPop(out Frame frame))
        {
            Step(frame);
        }
    }

    /// <summary>Visits the next child of the frame's element, or leaves the element.</summary>
    private void Step(Frame frame)
    {
        INodeList children = frame.Node.ChildNodes;
        for (int i = frame.NextChild; i < children.Length; i++)
        {
            INode child = children[i];
            if (child is IText text)
            {
                AppendText(text.Data, _places!.Of(text), frame);
            }
            else if (child is IElement element && TryEnter(element, frame, out Frame entered))
            {
                _frames.Push(frame with { NextChild = i + 1 });
                _frames.Push(entered);
                return;
            }
        }

        FlushAround(frame.Role);
    }

    /// <summary>Prepares for the children of an element, unless it has none that matter.</summary>
    private bool TryEnter(IElement element, Frame parent, out Frame entered)
    {
        entered = default;
        ElementRole role = parent.IsLinkList && element.LocalName == LinkName ? ElementRole.Block : ElementRules.RoleOf(element.LocalName);
        if (role == ElementRole.Skipped)
        {
            return false;
        }

        FlushAround(role);
        if (role == ElementRole.Break || !element.HasChildNodes || IsBoilerplate(element))
        {
            return false;
        }

        bool hasLines = parent.Border == ParagraphBorder.Lines || role == ElementRole.Lines;
        entered = new Frame(element, role, KindOf(element, role, parent.Kind), hasLines ? ParagraphBorder.Lines : ParagraphBorder.Elements)
        {
            IsLinkList = role == ElementRole.Block && IsLinkList(element),
        };
        return true;
    }

    /// <summary>Tells whether a block holds several links and no text between them: headlines, one to a line on the screen.</summary>
    private static bool IsLinkList(IElement block)
    {
        int links = 0;
        INodeList children = block.ChildNodes;
        for (int i = 0; i < children.Length; i++)
        {
            INode child = children[i];
            bool isLink = child is IElement element && element.LocalName == LinkName;
            links += isLink ? 1 : 0;
            if (!isLink && HasInlineText(child))
            {
                return false;
            }
        }

        return links > 1;
    }

    private static bool HasInlineText(INode node) => node switch
    {
        IText text => !string.IsNullOrWhiteSpace(text.Data),
        IElement element => element.HasChildNodes && ElementRules.RoleOf(element.LocalName) == ElementRole.Inline,
        _ => false,
    };

    private static BodyParagraphKind KindOf(IElement element, ElementRole role, BodyParagraphKind inherited) => role switch
    {
        ElementRole.Heading => BodyParagraphKind.Heading,
        ElementRole.Caption => BodyParagraphKind.Caption,
        _ => ElementRules.IsCaptionClass(element.ClassName) ? BodyParagraphKind.Caption : inherited,
    };

    private static bool IsBoilerplate(IElement element)
    {
        if (element.LocalName == LinkName && ElementRules.IsShareAddress(element.GetAttribute("href")))
        {
            return true;
        }

        bool isSuspect = element.HasAttribute("hidden")
            || ElementRules.IsBoilerplateClass(element.ClassName)
            || ElementRules.IsBoilerplateClass(element.Id);
        return isSuspect && !HoldsMoreThan(element, MaxBoilerplateChars);
    }

    private static bool HoldsMoreThan(IElement element, int limit)
    {
        int count = 0;
        var pending = new Stack<INode>([element]);
        while (pending.TryPop(out INode? node))
        {
            if (node is IText text)
            {
                count += text.Data.AsSpan().Trim().Length;
                if (count > limit)
                {
                    return true;
                }
            }

            foreach (INode child in node.ChildNodes)
            {
                if (child is not IElement inner || ElementRules.RoleOf(inner.LocalName) != ElementRole.Skipped)
                {
                    pending.Push(child);
                }
            }
        }

        return false;
    }

    private void AppendText(ReadOnlySpan<char> text, ReadOnlySpan<ByteSpan> places, Frame frame)
    {
        if (frame.Border == ParagraphBorder.Elements)
        {
            AppendPiece(text, places, frame.Kind);
            return;
        }

        bool isFirst = true;
        for (int end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            // The line feed stays with its line: where it parts no paragraphs it is a blank.
            AppendPiece(text[..(end + 1)], places.IsEmpty ? places : places[..(end + 1)], frame.Kind);
            if (frame.Border == ParagraphBorder.Lines || (!isFirst && text[..end].IsWhiteSpace()))
            {
                Flush();
            }

            isFirst = false;
            text = text[(end + 1)..];
            places = places.IsEmpty ? places : places[(end + 1)..];
        }

        AppendPiece(text, places, frame.Kind);
    }

    /// <summary>Appends text that holds no border; a paragraph is of the kind of the element in which it begins.</summary>
    private void AppendPiece(ReadOnlySpan<char> text, ReadOnlySpan<ByteSpan> places, BodyParagraphKind kind)
    {
        if (_builder.IsEmpty)
        {
            _kind = kind;
        }

        _builder.Append(text, places);
    }

    private void FlushAround(ElementRole role)
    {
        if (role != ElementRole.Inline)
        {
            Flush();
        }
    }

    private void Flush()
    {
        string text = _builder.Take(out ByteSpan[] places);
        if (text.Length > 0)
        {
            _paragraphs.Add(new BodyParagraph(text, _kind) { Places = places });
        }
    }

    /// <summary>An element that is being read, and which of its children comes next.</summary>
    private readonly record struct Frame(INode Node, ElementRole Role, BodyParagraphKind Kind, ParagraphBorder Border)
    {
        internal int NextChild { get; init; }

        internal bool IsLinkList { get; init; }
    }
}
