namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// Cuts English endings off a word: the algorithm of M. F. Porter, "An algorithm for suffix stripping" (1980), with the two
/// amendments of its author's reference code (<c>bli</c> for <c>abli</c>, and <c>logi</c>; spec 9). For words in small letters.
/// </summary>
internal static class PorterStemmer
{
    private const int MinLength = 3;

    // In each step only the first ending that fits is looked at, and it is replaced when the rest is long enough.
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive",
        "ize",
    ];

    /// <summary>Stems a word in place.</summary>
    /// <param name="word">The word; its units may change.</param>
    /// <returns>The length of the stem, at most that of the word.</returns>
    internal static int Stem(Span<char> word)
    {
        if (word.Length < MinLength)
        {
            return word.Length;
        }

        int length = RemovePlural(word, word.Length);
        length = RemovePastAndProgressive(word, length);
        ReplaceFinalY(word[..length]);
        length = ReplaceSuffix(word, length, Step2);
        length = ReplaceSuffix(word, length, Step3);
        length = RemoveSuffix(word, length);
        length = RemoveFinalE(word, length);
        return RemoveDoubleL(word, length);
    }

    /// <summary>Step 1a: caresses to caress, ponies to poni, cats to cat.</summary>
    private static int RemovePlural(ReadOnlySpan<char> word, int length)
    {
        word = word[..length];
        if (word.EndsWith("sses") || word.EndsWith("ies"))
        {
            return length - 2;
        }

        return word.EndsWith("s") && !word.EndsWith("ss") ? length - 1 : length;
    }

    /// <summary>Step 1b: agreed to agree, motoring to motor; then mends the end, as in conflated, hopping and filing.</summary>
    private static int RemovePastAndProgressive(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (text.EndsWith("eed"))
        {
            return Measure(text[..^3]) > 0 ? length - 1 : length;
        }

        int suffixLength = text.EndsWith("ed") ? 2 : text.EndsWith("ing") ? 3 : 0;
        ReadOnlySpan<char> rest = text[..^suffixLength];
        if (suffixLength == 0 || !HasVowel(rest))
        {
            return length;
        }

        if (rest.EndsWith("at") || rest.EndsWith("bl") || rest.EndsWith("iz"))
        {
            return AppendE(word, rest.Length);
        }

        if (EndsInDoubleConsonant(rest))
        {
            return rest[^1] is 'l' or 's' or 'z' ? rest.Length : rest.Length - 1;
        }

        return Measure(rest) == 1 && EndsInShortSyllable(rest) ? AppendE(word, rest.Length) : rest.Length;
    }

    /// <summary>Step 1c: happy to happi, but sky stays.</summary>
    private static void ReplaceFinalY(Span<char> word)
    {
        if (word.EndsWith("y") && HasVowel(word[..^1]))
        {
            word[^1] = 'i';
        }
    }

    /// <summary>Steps 2 and 3: relational to relate, hopeful to hope.</summary>
    private static int ReplaceSuffix(Span<char> word, int length, (string Suffix, string Replacement)[] rules)
    {
        foreach ((string suffix, string replacement) in rules)
        {
            if (!word[..length].EndsWith(suffix))
            {
                continue;
            }

            int restLength = length - suffix.Length;
            if (Measure(word[..restLength]) == 0)
            {
                return length;
            }

            replacement.CopyTo(word[restLength..]);
            return restLength + replacement.Length;
        }

        return length;
    }

    /// <summary>Step 4: allowance to allow, adoption to adopt.</summary>
    private static int RemoveSuffix(ReadOnlySpan<char> word, int length)
    {
        word = word[..length];
        foreach (string suffix in Step4)
        {
            if (!word.EndsWith(suffix))
            {
                continue;
            }

            ReadOnlySpan<char> rest = word[..^suffix.Length];
            bool fits = suffix != "ion" || rest.EndsWith("s") || rest.EndsWith("t");
            if (fits)
            {
                return Measure(rest) > 1 ? rest.Length : length;
            }
        }

        return length;
    }

    /// <summary>Step 5a: probate to probat, cease to ceas, but rate stays.</summary>
    private static int RemoveFinalE(ReadOnlySpan<char> word, int length)
    {
        if (!word[..length].EndsWith("e"))
        {
            return length;
        }

        ReadOnlySpan<char> rest = word[..(length - 1)];
        int measure = Measure(rest);
        return measure > 1 || (measure == 1 && !EndsInShortSyllable(rest)) ? rest.Length : length;
    }

    /// <summary>Step 5b: controll to control, but roll stays.</summary>
    private static int RemoveDoubleL(ReadOnlySpan<char> word, int length) =>
        word[..length].EndsWith("ll") && Measure(word[..(length - 1)]) > 1 ? length - 1 : length;

    private static int AppendE(Span<char> word, int length)
    {
        word[length] = 'e';
        return length + 1;
    }

    /// <summary>Counts where a run of vowels gives way to a run of consonants.</summary>
    private static int Measure(ReadOnlySpan<char> text)
    {
        int count = 0;
        bool isVowel = false;
        for (int index = 0; index < text.Length; index++)
        {
            bool wasVowel = isVowel;
            isVowel = IsVowel(text[index], index > 0 && !wasVowel);
            if (wasVowel && !isVowel)
            {
                count++;
            }
        }

        return count;
    }

    private static bool HasVowel(ReadOnlySpan<char> text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            // Up to the first vowel, all before it are consonants.
            if (IsVowel(text[index], index > 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInDoubleConsonant(ReadOnlySpan<char> text) =>
        text.Length >= 2 && text[^1] == text[^2] && !IsVowelAt(text, text.Length - 1);

    /// <summary>Tells whether a text ends in consonant, vowel, consonant, and the last is not w, x or y.</summary>
    private static bool EndsInShortSyllable(ReadOnlySpan<char> text) =>
        text.Length >= 3
        && text[^1] is not ('w' or 'x' or 'y')
        && !IsVowelAt(text, text.Length - 1)
        && IsVowelAt(text, text.Length - 2)
        && !IsVowelAt(text, text.Length - 3);

    private static bool IsVowelAt(ReadOnlySpan<char> text, int index)
    {
        // A y depends on the unit before it, which may be another y.
        int start = index;
        while (start > 0 && text[start] == 'y')
        {
            start--;
        }

        bool isVowel = IsVowel(text[start], isBehindConsonant: false);
        for (int at = start + 1; at <= index; at++)
        {
            isVowel = IsVowel(text[at], !isVowel);
        }

        return isVowel;
    }

    private static bool IsVowel(char letter, bool isBehindConsonant) =>
        letter is 'a' or 'e' or 'i' or 'o' or 'u' || (letter == 'y' && isBehindConsonant);
}
