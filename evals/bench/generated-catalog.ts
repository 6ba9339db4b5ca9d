/** Makes catalog entries that never were, as many as wanted and always the same: what imports and searches are measured on. */
import { randomSource } from '#evals/runners/random-source.ts';

export interface GeneratedEntry {
  readonly id: string;
  readonly name: string;
  readonly type: 'info' | 'data';
  readonly department: string;
  readonly summary: string;
  readonly items: readonly string[];
  readonly shareType: string;
  readonly openType: string;
  readonly updateCycle: string;
  readonly securityLevel: string;
  readonly source: string;
  readonly classification: string;
  readonly standard: string;
}

const words = (text: string): readonly string[] => text.split(' ');
const districts = words('芙蓉区 天心区 岳麓区 开福区 雨花区 望城区 长沙县 浏阳市 宁乡市 高新区 经开区 湘江新区');
const subjects: readonly (readonly [department: string, topic: string, things: string, fields: string])[] = [
  [
    '民政局',
    '社会保障',
    '养老机构 低保家庭 社会组织 婚姻登记 殡葬设施 行政区划 地名标志 孤残儿童 志愿服务队 慈善项目',
    '名称 地址 登记号 负责人 成立日期 救助金额',
  ],
  [
    '教育局',
    '公共服务',
    '中小学校 幼儿园 教师资格 学生学籍 校车线路 校园食堂 体育场地 培训机构 奖助学金 招生计划',
    '学校名称 办学类型 学段 学生人数 教师人数 招生范围',
  ],
  [
    '卫生健康委员会',
    '健康保障',
    '医院 社区卫生服务中心 执业医师 疫苗接种点 献血点 健康档案 出生登记 传染病监测 急救站 托育机构',
    '机构名称 等级 床位数 科室 执业证号 服务时间',
  ],
  [
    '交通运输局',
    '城乡建设',
    '公交线路 客运站 出租汽车 停车场 桥梁 道路养护 货运企业 网约车 充电桩 港口码头',
    '线路编号 起点 终点 运营时间 车辆数 经营许可证号',
  ],
  [
    '市场监督管理局',
    '信用体系',
    '企业登记 食品经营许可 特种设备 药品零售 计量器具 行政处罚 抽检结果 商标注册 电梯检验 广告监测',
    '企业名称 统一社会信用代码 法定代表人 注册资本 经营范围 检验日期',
  ],
  [
    '生态环境局',
    '生态环保',
    '空气质量 水质断面 排污许可 污染源 噪声监测 固体废物 危险废物 环评批复 河流湖泊 辐射源',
    '监测点位 监测时间 指标名称 浓度 评价等级 排放口编号',
  ],
  [
    '住房和城乡建设局',
    '城乡建设',
    '商品房预售 公租房 建筑工地 物业小区 施工许可 房屋租赁 历史建筑 老旧小区 燃气站 工程质量',
    '项目名称 坐落 建筑面积 开发企业 竣工日期 许可证号',
  ],
  [
    '应急管理局',
    '安全生产',
    '危险化学品企业 避难场所 应急物资 救援队伍 安全事故 矿山 烟花爆竹 防汛值守 消防设施 隐患排查',
    '单位名称 地点 物资名称 数量 责任人 检查日期',
  ],
  [
    '人力资源和社会保障局',
    '社会保障',
    '就业登记 失业保险 养老保险 工伤认定 职业技能培训 人才公寓 劳动仲裁 招聘岗位 创业补贴 社保缴费',
    '姓名 身份证号 参保状态 缴费基数 单位名称 起止日期',
  ],
  [
    '自然资源和规划局',
    '自然资源',
    '不动产登记 土地出让 规划许可 地质灾害点 测绘成果 耕地保护 矿业权 国土空间规划 林地 地理信息',
    '权利人 坐落 面积 用途 权证号 登记时间',
  ],
];
const shapes = words(
  '基本信息 名录 统计数据 检查记录 办理结果 监测数据 月度汇总 审批信息 分布信息 年度报告 实时数据 变更记录',
);

/** @param from entries before it are left out, so that a later batch is new */
export function* generatedCatalog(count: number, from = 0): Generator<GeneratedEntry> {
  const { pick, below, chance } = randomSource(20_260_302);
  for (let number = 0; number < from + count; number += 1) {
    const [department, topic, things, fields] = pick(subjects);
    const district = pick(districts);
    const thing = pick(words(things));
    const shape = pick(shapes);
    const year = 2_015 + below(11);
    const items = words(fields).filter(() => chance(0.8));
    const entry: GeneratedEntry = {
      id: `gen-${number}`,
      name: `${district}${thing}${shape}(${year}年第${(number % 997) + 1}批)`,
      type: chance(0.5) ? 'info' : 'data',
      department: `${district}${department}`,
      summary: `${district}${department}在履行职责过程中形成的${thing}${shape},包括${items.join('、')}等内容。`,
      items: items.length === 0 ? ['名称'] : items,
      shareType: pick(['无条件共享', '有条件共享', '不予共享']),
      openType: pick(['无条件开放', '有条件开放', '不予开放']),
      updateCycle: pick(['每日', '每月', '季度', '每年', '实时']),
      securityLevel: pick(['1级', '2级', '3级']),
      source: `${department}业务系统`,
      classification: `主题信息资源/${topic}`,
      standard: 'GB/T 7027-2002',
    };
    if (number >= from) yield entry;
  }
}
