namespace SearchIndex.Tools.Unihan;

/// <summary>The lines that a file made from the Unihan database begins with.</summary>
internal static class UnicodeNotice
{
    /// <summary>Writes what the file holds, what it was made from, and whose that is.</summary>
    internal static void WriteTo(TextWriter output, string contents, string source)
    {
        output.Write($"# {contents}\n");
        output.Write($"# Made by tools/SearchIndex.Tools from {source} of the Unicode Character Database (Unihan); the data were changed: selected and regrouped.\n");
        output.Write("# Copyright 1991-2022 Unicode, Inc. All rights reserved. Distributed under the Terms of Use in https://www.unicode.org/copyright.html;\n");
        output.Write("# the licence stands in the file NOTICE.\n");
    }
}
