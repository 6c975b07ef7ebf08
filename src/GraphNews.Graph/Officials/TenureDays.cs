using System.Globalization;
using System.Linq.Expressions;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Officials;

/// <summary>How sure it is that an official held a post on a day.</summary>
public enum Certainty
{
    /// <summary>The day lies between days that are dated, or attested by a citation or meeting.</summary>
    Certain,

    /// <summary>Nothing known excludes it. A missing end never means that the tenure goes on.</summary>
    Possible,
}

/// <summary>
/// Who held a post on a day. It is certain between the latest first day and the earliest last day that sources give, and between days
/// on which somebody is attested in the post; it is possible where neither a first nor a last day excludes it.
/// </summary>
internal static class TenureDays
{
    /// <summary>The tenure holds for certain on the day.</summary>
    public static Expression<Func<Tenure, DateOnly, bool>> Certain { get; } = (tenure, day) =>
        ((tenure.From.Text != "" && tenure.From.Latest <= day) || (tenure.AttestedFirst != null && tenure.AttestedFirst <= day))
        && ((tenure.Until.Text != "" && tenure.Until.Earliest >= day) || (tenure.AttestedLast != null && tenure.AttestedLast >= day));

    /// <summary>Nothing excludes that the tenure holds on the day; so it is where it is certain.</summary>
    public static Expression<Func<Tenure, DateOnly, bool>> Possible { get; } = (tenure, day) =>
        (tenure.From.Text == "" || tenure.From.Earliest <= day) && (tenure.Until.Text == "" || tenure.Until.Latest >= day);

    private static readonly Func<Tenure, DateOnly, bool> _certain = Certain.Compile();
    private static readonly Func<Tenure, DateOnly, bool> _possible = Possible.Compile();

    /// <summary>How sure it is; null where it is excluded.</summary>
    public static Certainty? On(Tenure tenure, DateOnly day)
        => _certain(tenure, day) ? Certainty.Certain : _possible(tenure, day) ? Certainty.Possible : null;

    /// <summary>The condition of the arguments <c>asOf</c> and <c>certainty</c>; null where no day is given.</summary>
    /// <exception cref="Errors.GraphException"><c>BAD_ARGUMENTS</c>: a certainty without a day.</exception>
    public static FilterNode? Restriction(IReadOnlyDictionary<string, object?> arguments)
    {
        var certainty = arguments.GetValueOrDefault("certainty") as string;
        if (arguments.GetValueOrDefault("asOf") is string day) return new OnDay(Day(day), certainty == "CERTAIN");
        return certainty is null
            ? null
            : throw new Errors.GraphException(Errors.ErrorCodes.BadArguments, "certainty says how sure it must be of a day: give asOf too.");
    }

    /// <summary>A day as arguments hold it.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class OnDay(DateOnly day, bool certain) : FilterNode
    {
        public override void Describe(ShapeKey key) => key.Add(certain ? "certain on" : "possible on").AddValue(day);

        public override Expression Build(StatementScope scope, RowSource row)
        {
            var condition = certain ? Certain : Possible;
            var onRow = new ReplaceExpression(condition.Parameters[0], row.Row).Visit(condition.Body)!;
            return new ReplaceExpression(condition.Parameters[1], scope.Values.Next(typeof(DateOnly))).Visit(onRow)!;
        }
    }
}
