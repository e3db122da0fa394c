namespace SearchIndex.Tools.SmartCn;

/// <summary>The words of <c>coredict.mem</c> with their frequencies (spec 12).</summary>
internal static class CoreDictionary
{
    /// <summary>Reads all words, those with other characters than Han ones too.</summary>
    internal static Dictionary<string, int> Read(byte[] bytes)
    {
        var stream = new JavaArrayStream(bytes);
        short[] rowOfSlot = stream.Read<short[]>();
        char[] characterOfSlot = stream.Read<char[]>();
        Array?[] tails = stream.Read<Array?[]>();
        Array?[] frequencies = stream.Read<Array?[]>();

        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int slot = 0; slot < rowOfSlot.Length; slot++)
        {
            int row = rowOfSlot[slot];
            if (row < 0 || tails[row] is not Array?[] rowTails || frequencies[row] is not int[] rowFrequencies)
            {
                continue;
            }

            for (int index = 0; index < rowTails.Length; index++)
            {
                // A word of one character has no tail.
                var tail = rowTails[index] as char[];
                words.Add(characterOfSlot[slot] + new string(tail), rowFrequencies[index]);
            }
        }

        return words;
    }
}
