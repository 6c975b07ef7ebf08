using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphQLParser.AST;

namespace GraphNews.Graph.Costs;

/// <summary>
/// What an operation may cost at most, known before it runs. Source: IBM's GraphQL Cost Directives specification, as Hot
/// Chocolate reads it.
/// </summary>
/// <param name="FieldCost">What asking takes: the weights of its fields and arguments, those below a list once for each item.</param>
/// <param name="TypeCost">How large the answer may become: the objects that it may hold.</param>
public readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    /// <summary>The cost of an operation with these variables.</summary>
    /// <param name="binding">The schema, with its <c>@cost</c> and <c>@listSize</c>.</param>
    /// <param name="document">The document that has the operation. What the schema does not know in it costs nothing.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="variables">Its variables, a JSON object; null for none.</param>
    public static OperationCost Of(SchemaBinding binding, GraphQLDocument document, GraphQLOperationDefinition operation, JsonElement? variables)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(operation);
        return new CostAnalysis(binding, document, new GivenValues(operation, variables)).Of(operation);
    }

    /// <summary>Both costs, added up.</summary>
    public static OperationCost operator +(OperationCost one, OperationCost other) => new(one.FieldCost + other.FieldCost, one.TypeCost + other.TypeCost);

    /// <summary>The larger of each of the two.</summary>
    internal static OperationCost Max(OperationCost one, OperationCost other)
        => new(Math.Max(one.FieldCost, other.FieldCost), Math.Max(one.TypeCost, other.TypeCost));
}
