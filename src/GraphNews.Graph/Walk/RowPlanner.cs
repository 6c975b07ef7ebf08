using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>
/// Turns what is selected of a row into columns. <see cref="Describe"/> and <see cref="Plan"/> go through the selection
/// in the same order: the first tells the shape and gives the values, the second takes them up.
/// </summary>
internal sealed class RowPlanner(StatementScope scope, Projection projection)
{
    public static void Describe(ObjectBinding type, SelectionSet selected, OperationLanguages languages, ShapeKey key)
    {
        key.Add(type.Name).Add('{');
        foreach (var selection in selected.For(type))
        {
            key.Add(selection.ResponseName).Add(selection.Field.Name);
            switch (selection.Field)
            {
                case ToOneField field:
                    Describe(field.Target, selection.Children!, languages, key);
                    break;
                case OneOfField field:
                    foreach (var (_, target) in field.Members) Describe(target, selection.Children!, languages, key);
                    break;
                case LocalizedField:
                    BestText.Describe(languages.For(selection.Arguments), key);
                    break;
                case PartialDateField field:
                    Describe(field.Target, selection.Children!, languages, key);
                    break;
            }
        }

        key.Add('}');
    }

    public RowPlan Plan(ObjectBinding type, SelectionSet selected, RowSource source)
    {
        var selections = selected.For(type);
        var slots = selections.Select((selection, index) => Slot(type, selection, index, source)).ToList();
        var key = slots.Exists(slot => slot is EdgeSlot) ? projection.Add(source.Key) : -1;
        return new RowPlan(new RowShape(type, selections), slots, key);
    }

    private SlotPlan Slot(ObjectBinding type, Selection selection, int index, RowSource source)
    {
        var name = selection.ResponseName;
        switch (selection.Field)
        {
            case IdField:
                return new IdSlot(index, name, projection.Add(source.Key), type.Name);
            case ColumnField field:
                return Column(index, name, source.Value(field.Value));
            case LocalizedField field:
                return Column(index, name, BestText.Build(field.Text, source.Key, scope.Languages.For(selection.Arguments), scope));
            case PartialDateField field:
                return PartialDate(index, name, field.Target, selection.Children!, source.Value(field.Value));
            case ToOneField field:
                return new JoinedSlot(index, name, [Member(field.Navigation, field.Target, selection.Children!, source)]);
            case OneOfField field:
                return new JoinedSlot(index, name, [.. field.Members.Select(member => Member(member.Navigation, member.Target, selection.Children!, source))]);
            case NodeReferenceField field:
                var (key, kind) = KeyOf(field.Node, source);
                return new ReferenceSlot(index, name, key, kind);
            case NodeIdField field:
                var (idKey, idKind) = KeyOf(field.Node, source);
                return new NodeIdSlot(index, name, idKey, idKind);
            case CanonicalField:
                return new CanonicalSlot(index, name, projection.Add(source.Key), type.Kind!.Value);
            case EdgeField or MethodField:
                return new EdgeSlot(index, name);
            default:
                throw new InvalidOperationException($"{type.Name}.{selection.Field.Name} is not read from a row.");
        }
    }

    private (int Key, int Kind) KeyOf(LambdaExpression navigation, RowSource source)
    {
        var node = source.Follow(navigation, scope.Model);
        return (projection.Add(node.Key), projection.Add(Expression.Property(node.Row, nameof(Node.Kind))));
    }

    private ColumnSlot Column(int index, string name, Expression column)
        => new(index, name, projection.Add(column), ColumnReader.For(column.Type, scope.ColumnOf(column) is not { IsNullable: false }));

    private JoinedMember Member(LambdaExpression navigation, ObjectBinding target, SelectionSet selected, RowSource source)
    {
        var joined = source.Follow(navigation, scope.Model);
        var hidden = projection.Add(Expression.Property(joined.Row, nameof(GraphRow.HiddenSince)));
        return new JoinedMember(projection.Add(joined.Key), hidden, Plan(target, selected, joined));
    }

    private PartialDateSlot PartialDate(int index, string name, ObjectBinding type, SelectionSet selected, Expression date)
    {
        var selections = selected.For(type);
        var text = projection.Add(Expression.Property(date, nameof(Dates.PartialDate.Text)));
        var parts = selections.Select((selection, part) => (SlotPlan)(selection.Field.Name switch
        {
            "text" => new ColumnSlot(part, selection.ResponseName, text, static (reader, ordinal) => reader.GetString(ordinal)),
            "precision" => new ColumnSlot(part, selection.ResponseName, text, static (reader, ordinal)
                => Dates.PartialDate.PrecisionOf(reader.GetString(ordinal)) is { } precision ? EnumNames.Of(precision) : null),
            "earliest" => Day(part, selection.ResponseName, Expression.Property(date, nameof(Dates.PartialDate.Earliest)), DateOnly.MinValue),
            "latest" => Day(part, selection.ResponseName, Expression.Property(date, nameof(Dates.PartialDate.Latest)), DateOnly.MaxValue),
            _ => throw new InvalidOperationException($"{type.Name}.{selection.Field.Name} is no part of a partial date."),
        })).ToList();
        return new PartialDateSlot(index, name, text, new RowShape(type, selections), parts);
    }

    private ColumnSlot Day(int index, string name, Expression day, DateOnly open)
        => new(index, name, projection.Add(day), (reader, ordinal)
            => reader.GetFieldValue<DateOnly>(ordinal) is var value && value == open ? null : ColumnReader.IsoDay(value));
}
