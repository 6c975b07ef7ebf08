using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Types;

namespace GraphNews.Engine;

/// <summary>
/// Argument literals as the walk reads them. Hot Chocolate's own runtime values do not tell a field that was left out
/// from one that is null, and filters mean different things by them.
/// </summary>
internal static class LiteralValues
{
    /// <summary>The literal, or the variable's value in its place; null if the variable was not given.</summary>
    public static IValueNode? WithVariables(IValueNode literal, IVariableValueCollection variables)
    {
        if (literal is not VariableNode variable) return literal;
        return variables.TryGetVariable<IValueNode>(variable.Name.Value, out var given) ? given : null;
    }

    public static object? Plain(IValueNode literal, IType type, IVariableValueCollection variables)
    {
        if (literal is NullValueNode) return null;

        switch (type)
        {
            case NonNullType nonNull:
                return Plain(literal, nonNull.Type, variables);
            case ListType list:
                return literal is ListValueNode items
                    ? items.Items.Select(item => Item(item, list.ElementType, variables)).ToList()
                    : new List<object?> { Plain(literal, list.ElementType, variables) };
            case InputObjectType input:
                return Fields((ObjectValueNode)literal, input, variables);
            case ScalarType scalar:
                return Scalar(literal, scalar.Name);
            default:
                return literal.Value;
        }
    }

    private static Dictionary<string, object?> Fields(ObjectValueNode literal, InputObjectType type, IVariableValueCollection variables)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in literal.Fields)
        {
            if (WithVariables(field.Value, variables) is { } given)
                fields.Add(field.Name.Value, Plain(given, type.Fields[field.Name.Value].Type, variables));
        }

        return fields;
    }

    /// <summary>A variable that was not given is null in a list.</summary>
    private static object? Item(IValueNode literal, IType type, IVariableValueCollection variables)
        => WithVariables(literal, variables) is { } given ? Plain(given, type, variables) : null;

    private static object? Scalar(IValueNode literal, string scalar) => (scalar, literal) switch
    {
        ("Int", IntValueNode number) => number.ToInt32(),
        ("Float", IntValueNode number) => number.ToDouble(),
        ("Float", FloatValueNode number) => number.ToDouble(),
        ("ID" or "String" or "Boolean", _) => literal.Value,
        (_, IntValueNode number) => number.ToInt64(),
        _ => literal.Value,
    };
}
