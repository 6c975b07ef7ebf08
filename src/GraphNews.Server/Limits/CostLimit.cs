using GraphNews.Graph.Costs;
using GraphNews.Graph.Errors;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Limits;

/// <summary>Holds what an operation may cost against the limits, before it runs.</summary>
internal static class CostLimit
{
    /// <exception cref="RequestRefusedException">The operation may cost more than the limit.</exception>
    public static void Check(OperationCost cost, LimitsSettings limits)
    {
        Check(cost.FieldCost, limits.FieldCost, "field cost, what asking takes,");
        Check(cost.TypeCost, limits.TypeCost, "type cost, the objects that its answer may hold,");
    }

    private static void Check(double actual, int limit, string what)
    {
        if (actual <= limit) return;

        throw new RequestRefusedException(
            StatusCodes.Status400BadRequest, ErrorCodes.TooCostly,
            $"The operation's {what} may be {actual:0.##}; the limit is {limit}. Ask for smaller pages or fewer lists inside lists. The header GraphQL-Cost: validate tells the cost of an operation.")
        {
            IsWellFormed = true,
        };
    }
}
