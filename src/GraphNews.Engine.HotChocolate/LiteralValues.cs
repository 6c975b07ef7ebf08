using GraphNews.Graph.Errors;
using HotChocolate.Language;
using HotChocolate.Resolvers;
using HotChocolate.Types;

namespace GraphNews.Engine;

/// <summary>
/// Argument literals as the walk reads them. Hot Chocolate's own runtime values do not tell a field that was left out
/// from one that is null, and filters mean different things by them.
/// </summary>
internal sealed class LiteralValues(IResolverContext context)
{
    /// <summary>The arguments that were given, in the order written.</summary>
    public Dictionary<string, object?> Of(FieldNode field, IFieldCollection<IInputField> definitions)
        => Values(field.Arguments.Select(argument => (argument.Name.Value, argument.Value)), definitions);

    private Dictionary<string, object?> Values(IEnumerable<(string Name, IValueNode Value)> written, IFieldCollection<IInputField> definitions)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, literal) in written)
        {
            if (WithVariables(literal) is { } given) values.Add(name, Plain(given, definitions[name].Type));
        }

        return values;
    }

    /// <summary>The literal, or the variable's value in its place; null if the variable was not given.</summary>
    private IValueNode? WithVariables(IValueNode literal)
    {
        if (literal is not VariableNode variable) return literal;
        return context.Variables.TryGetVariable<IValueNode>(variable.Name.Value, out var given) ? given : null;
    }

    private object? Plain(IValueNode literal, IType type) => (type, literal) switch
    {
        (NonNullType, NullValueNode) => throw NullRefused(type),
        (NonNullType nonNull, _) => Plain(literal, nonNull.Type),
        (_, NullValueNode) => null,
        (ListType list, ListValueNode items) => items.Items.Select(item => Item(item, list.ElementType)).ToList(),
        (ListType list, _) => new List<object?> { Plain(literal, list.ElementType) },
        (InputObjectType input, ObjectValueNode fields) => Values(fields.Fields.Select(field => (field.Name.Value, field.Value)), input.Fields),
        (ScalarType scalar, IntValueNode number) => Number(number, scalar.Name),
        (ScalarType, FloatValueNode number) => number.ToDouble(),
        _ => literal.Value,
    };

    /// <summary>A variable that was not given is null in a list.</summary>
    private object? Item(IValueNode literal, IType type) => Plain(WithVariables(literal) ?? NullValueNode.Default, type);

    private static object Number(IntValueNode number, string scalar) => scalar switch
    {
        "Int" => number.ToInt32(),
        "Float" => number.ToDouble(),
        "ID" => number.Value,
        _ => number.ToInt64(),
    };

    /// <summary>Only a variable with a default may pass validation there, and still be given as null.</summary>
    private GraphException NullRefused(IType type)
    {
        EngineContext.Of(context).Refusal = ErrorCodes.InvalidVariable;
        return new GraphException(ErrorCodes.InvalidVariable, $"A variable is null where {type.Print()} is asked for. Leave it out, so that its default is used.");
    }
}
