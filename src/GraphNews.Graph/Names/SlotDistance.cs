namespace GraphNews.Graph.Names;

/// <summary>An edit distance over the letters of two slots.</summary>
internal static class SlotDistance
{
    /// <summary>The least sum of costs that turns one slot into the other.</summary>
    /// <param name="one">A slot.</param>
    /// <param name="other">Another.</param>
    /// <param name="exchange">What it costs that a letter of the first stands for one of the second.</param>
    /// <param name="onlyOne">What it costs that the letter of the first at an index has no counterpart.</param>
    /// <param name="onlyOther">The same for the second.</param>
    public static double Of(string one, string other, Func<int, int, double> exchange, Func<int, double> onlyOne, Func<int, double> onlyOther)
    {
        var costs = new double[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                costs[i, j] = (i, j) is (0, 0) ? 0 : double.MaxValue;
                if (i > 0) costs[i, j] = Math.Min(costs[i, j], costs[i - 1, j] + onlyOne(i - 1));
                if (j > 0) costs[i, j] = Math.Min(costs[i, j], costs[i, j - 1] + onlyOther(j - 1));
                if (i > 0 && j > 0) costs[i, j] = Math.Min(costs[i, j], costs[i - 1, j - 1] + exchange(i - 1, j - 1));
            }
        }

        return costs[one.Length, other.Length];
    }
}
