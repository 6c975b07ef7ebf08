using System.Globalization;
using System.Security;
using System.Text;

namespace GraphNews.Benchmarks;

/// <summary>Bars, one below the other, as SVG that reads well on a light and on a dark page.</summary>
internal static class Plot
{
    private const int Width = 720;
    private const int Label = 230;
    private const int Row = 28;
    private const int Top = 40;

    /// <summary>The picture.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="bars">Names and values, in their order.</param>
    public static string Bars(string title, IReadOnlyList<(string Name, double Value)> bars)
    {
        var most = bars.Max(bar => bar.Value);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Top + (bars.Count * Row) + 10}\" font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n");
        svg.Append("<style>text { fill: #24292f } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{SecurityElement.Escape(title)}</title>\n<text x=\"0\" y=\"18\" font-weight=\"600\">{SecurityElement.Escape(title)}</text>\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var (name, value) = bars[i];
            var length = (Width - Label - 90) * value / most;
            var y = Top + (i * Row);
            var color = name.StartsWith("GraphNews", StringComparison.Ordinal) ? "#2f81f7" : "#8b949e";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Label - 10}\" y=\"{y + 14}\" text-anchor=\"end\">{SecurityElement.Escape(name)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Label}\" y=\"{y}\" width=\"{length:0.0}\" height=\"{Row - 8}\" rx=\"2\" fill=\"{color}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Label + length + 8:0.0}\" y=\"{y + 14}\">{value:#,0.##}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}
