"""Topics of supervision; a consumer of events takes those that it does not know."""

from typing import Annotated

from contracts.names import Named

TOPICS = {
    "GS-GN": ("Giám sát thực hiện chính sách giảm nghèo bền vững", "poverty reduction policy"),
    "GS-GN-1": ("Quy trình xác định hộ nghèo, cận nghèo, mới thoát nghèo", "how poor households are listed"),
    "GS-GN-2": (
        "Chính sách hỗ trợ hộ nghèo, hộ cận nghèo, xã nghèo, thôn, bản đặc biệt khó khăn",
        "support for poor households and communes",
    ),
    "GS-NTM": ("Giám sát thực hiện chính sách xây dựng nông thôn mới", "new-style rural area policy"),
    "GS-NTM-1": (
        "Công tác tổ chức, triển khai; ban hành cơ chế, chính sách, hướng dẫn ở địa phương",
        "organisation and local rule-making",
    ),
    "GS-NTM-2": ("Kết quả thực hiện các nội dung xây dựng nông thôn mới", "results of its contents"),
    "GS-NTM-3": ("Bảo vệ môi trường, bảo đảm an toàn thực phẩm", "environment and food safety"),
    "GS-NTM-4": (
        "Phân bổ, sử dụng vốn Nhà nước; hỗ trợ, đóng góp, huy động sức dân; nợ đọng xây dựng",
        "state capital, people's contributions, construction debt",
    ),
    "GS-NTM-5": (
        "Bình xét, công nhận đạt chuẩn nông thôn mới và các danh hiệu văn hóa",
        "every recognition procedure",
    ),
    "GS-DT-1": (
        "Quy hoạch, chỉnh trang đô thị; tiêu chí và công nhận đô thị văn minh",
        "urban planning, upgrading, criteria and titles",
    ),
    "GS-DT-2": (
        "Chính sách chỉnh trang đô thị; nhà ở người có công, nhà ở xã hội",
        "urban upgrading and housing policy",
    ),
    "GS-DT-3": (
        "Chính sách xây dựng nông thôn mới gắn với quá trình đô thị hóa",
        "new-style rural areas under urbanisation",
    ),
}
AnyTopic = Annotated[str, Named("Chuyên đề giám sát", "Topic of supervision", codes=TOPICS)]
AnyTopics = Annotated[list[AnyTopic], Named("Các chuyên đề giám sát", "Topics of supervision")]
