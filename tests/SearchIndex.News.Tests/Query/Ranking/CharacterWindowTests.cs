using SearchIndex.News.Query.Ranking;

namespace SearchIndex.News.Tests.Query.Ranking;

public sealed class CharacterWindowTests
{
    [Fact]
    public void Move_RandomText_IsWhatBruteForceSays()
    {
        const int seed = 21;
        var random = new Random(seed);
        for (int round = 0; round < 300; round++)
        {
            float[] worth = [0, .. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (float)random.Next(1, 5))];
            byte[] numbers = [.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => (byte)random.Next(worth.Length + 2))];
            int length = random.Next(1, 12);

            var window = new CharacterWindow(worth, length);
            for (int at = 0; at < numbers.Length; at++)
            {
                window.Move(numbers, at);
            }

            float expected = Enumerable.Range(0, numbers.Length)
                .Select(start => numbers.Skip(start).Take(length).Distinct().Where(number => number < worth.Length).Sum(number => worth[number]))
                .DefaultIfEmpty()
                .Max();
            Assert.True(expected == window.Most, $"seed {seed}, round {round}: {window.Most}, brute force says {expected}");
        }
    }
}
