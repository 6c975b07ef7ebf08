namespace GraphNews.Graph.Mappings.People;

/// <summary>How many letters have to be put in, left out or changed to make one text of another. Source: Levenshtein 1966.</summary>
internal static class EditDistance
{
    /// <summary>The distance of two texts.</summary>
    public static int Of(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
